/** What the end of a rest or a hold does besides being shown. Kept on this phone. */
export interface SignalSettings {
  readonly sound: boolean;
  readonly vibration: boolean;
}

const storageKey = 'groundwork-signals';
const defaults: SignalSettings = { sound: true, vibration: true };

export function readSignalSettings(): SignalSettings {
  try {
    return { ...defaults, ...(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<SignalSettings>) };
  } catch {
    return defaults;
  }
}

export const storeSignalSettings = (settings: SignalSettings): void =>
  localStorage.setItem(storageKey, JSON.stringify(settings));

let audio: AudioContext | undefined;

/** Call it from a tap: browsers let a page make a sound only after one. */
export function allowSound(): void {
  audio ??= new AudioContext();
  void audio.resume();
}

/**
 * Two short tones `inSeconds` from now, on the audio clock, which keeps time while the page sleeps. Returns a function that takes them
 * back. Silent where no tap has allowed sound.
 */
export function scheduleTone(inSeconds: number): () => void {
  if (!audio) return () => undefined;
  const context = audio;
  const tones = [0, 0.25].map((delay) => {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const at = context.currentTime + inSeconds + delay;
    tone.frequency.value = 880;
    // Ramps instead of edges, which would click.
    volume.gain.setValueAtTime(0, at);
    volume.gain.linearRampToValueAtTime(0.25, at + 0.02);
    volume.gain.linearRampToValueAtTime(0, at + 0.16);
    tone.connect(volume).connect(context.destination);
    tone.start(at);
    tone.stop(at + 0.2);
    return tone;
  });
  return () => {
    for (const tone of tones) tone.disconnect();
  };
}

/** Two short pulses. Does nothing on a phone that cannot. */
export function vibrate(): void {
  navigator.vibrate?.([180, 90, 180]);
}
