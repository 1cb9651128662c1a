import type { AddressInfo } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { openQuietServer } from '../close-quietly.ts';

/** A thread with a server that, once told, does nothing but compute for a while and then ends, as the worker's data says how. */
const { busyMs, ends } = workerData as { busyMs: number; ends: 'quietly' | 'at once' };
const { server, closeQuietly } = openQuietServer((_request, response) => response.end('here'));
server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port));
parentPort?.once('message', () => {
  parentPort?.postMessage('busy');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, busyMs);
  if (ends === 'quietly') void closeQuietly();
  else server.close();
});
