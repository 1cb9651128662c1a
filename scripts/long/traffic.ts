import type { OwnerConnection } from '@groundwork/db/open-owner';
import { type Athlete, countSets, nextSet, sendSet } from './athletes.ts';
import { pause } from './rig.ts';

export interface Traffic {
  readonly sent: number;
  readonly failed: number;
  readonly writes: number;
  readonly lost: number;
  readonly slowestMs: number;
}

/** A steady stream through a proxy, every request sent once: sets logged and pages read by turns. `end` waits for the answers and counts. */
export function startTraffic(url: string, athletes: readonly Athlete[], perSecond: number) {
  const open = new Set<Promise<void>>();
  const acknowledged: string[] = [];
  const failures: string[] = [];
  let going = true;
  let sent = 0;
  let slowestMs = 0;
  const one = async (index: number) => {
    const athlete = athletes[index % athletes.length];
    if (!athlete) throw new Error('There are athletes');
    const began = performance.now();
    if (index % 2 === 0) {
      const set = nextSet(athlete);
      const status = await sendSet(url, set);
      if (status === 200) acknowledged.push(set.id);
      else failures.push(`logSet ${status}`);
    } else {
      const status = await fetch(`${url}/today`, { headers: { cookie: athlete.cookie }, redirect: 'manual' }).then(
        async (response) => {
          await response.arrayBuffer();
          return response.status;
        },
        () => 0,
      );
      if (status !== 200) failures.push(`today ${status}`);
    }
    slowestMs = Math.max(slowestMs, performance.now() - began);
  };
  const sending = (async () => {
    const start = performance.now();
    for (let index = 0; going; index++) {
      sent++;
      const request = one(index).finally(() => open.delete(request));
      open.add(request);
      await pause(Math.max(0, start + ((index + 1) * 1000) / perSecond - performance.now()));
    }
  })();
  return {
    end: async (owner: OwnerConnection): Promise<Traffic & { readonly failures: readonly string[] }> => {
      going = false;
      await sending;
      await Promise.all(open);
      const lost = acknowledged.length - (await countSets(owner, acknowledged));
      return { sent, failed: failures.length, writes: acknowledged.length, lost, slowestMs, failures };
    },
  };
}
