'use client';

import { X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { joinClasses } from './join-classes.ts';
import { Tick } from './tick.tsx';

export interface ToastMessage {
  /** One line: "Strength B moved to Friday 20 March". */
  readonly text: string;
  /** One act: "Undo". The toast closes after it. */
  readonly act?: { readonly label: string; readonly run: () => void };
  /** A failure stays until it is closed or acted on. */
  readonly failed?: boolean;
}

type QueuedToast = ToastMessage & { readonly id: number };

const shownFor = 6000;
const mostShown = 3;

let queue: readonly QueuedToast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();
const none: readonly QueuedToast[] = [];

function replaceQueue(next: readonly QueuedToast[]) {
  queue = next;
  for (const listen of listeners) listen();
}

const subscribe = (listen: () => void) => {
  listeners.add(listen);
  return () => {
    listeners.delete(listen);
  };
};

/** Shows one line about what just happened. Browser only. Returns a function that takes it away. */
export function showToast(message: ToastMessage): () => void {
  lastId += 1;
  const id = lastId;
  replaceQueue([...queue, { ...message, id }].slice(-mostShown));
  return () => replaceQueue(queue.filter((toast) => toast.id !== id));
}

/** Where toasts appear. Once per app, at the end of the body. `raised` keeps it above the phone's tab bar. */
export function ToastRegion({ raised = false }: { readonly raised?: boolean }) {
  const toasts = useSyncExternalStore(
    subscribe,
    () => queue,
    () => none,
  );
  return (
    <section
      aria-label="Messages"
      className={joinClasses(
        'pointer-events-none fixed inset-x-0 z-50 mx-auto w-full max-w-[30rem] px-3',
        raised ? 'bottom-[calc(4.75rem+env(safe-area-inset-bottom))]' : 'bottom-4',
      )}
    >
      <ol aria-live="polite" aria-relevant="additions" className="grid gap-2.5">
        {toasts.map((toast) => (
          <ToastLine key={toast.id} toast={toast} />
        ))}
      </ol>
    </section>
  );
}

function ToastLine({ toast }: { readonly toast: QueuedToast }) {
  const [held, setHeld] = useState(false);
  const cameFrom = useRef<Element | null>(null);
  const close = () => {
    replaceQueue(queue.filter(({ id }) => id !== toast.id));
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
  };
  useEffect(() => {
    if (toast.failed || held) return;
    const timer = setTimeout(() => replaceQueue(queue.filter(({ id }) => id !== toast.id)), shownFor);
    return () => clearTimeout(timer);
  }, [toast, held]);
  return (
    <li
      role={toast.failed ? 'alert' : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) cameFrom.current = event.relatedTarget;
        setHeld(true);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setHeld(false);
      }}
      className={joinClasses(
        'opens pointer-events-auto grid min-h-12 grid-cols-[auto_1fr_auto_auto] items-center gap-x-3 rounded-md pr-1 pl-3.5 text-md',
        toast.failed ? 'border-l-3 border-stop bg-stop-tint text-ink shadow-pop' : 'bg-ink text-paper',
      )}
    >
      {toast.failed ? <span /> : <Tick draws className="size-5" />}
      <span className="py-3">{toast.text}</span>
      {toast.act ? (
        <button
          type="button"
          onClick={() => {
            toast.act?.run();
            close();
          }}
          className={joinClasses(
            'h-11 rounded-sm px-3 font-semibold underline underline-offset-3 focus-visible:-outline-offset-2 focus-visible:outline-current',
            toast.failed && 'text-stop',
          )}
        >
          {toast.act.label}
        </button>
      ) : (
        <span />
      )}
      {toast.failed ? (
        <button type="button" aria-label="Close" onClick={close} className="grid size-11 place-items-center text-ink-2">
          <X aria-hidden className="size-4" strokeWidth={1.75} />
        </button>
      ) : (
        <span />
      )}
    </li>
  );
}
