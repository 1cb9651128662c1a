import { connect, createServer, type Socket } from 'node:net';

export interface RoundTripCounter {
  /** Connect here instead of to the database. */
  readonly url: string;
  /** How often the other side had to be waited for since the last call: bytes going out after an answer, or first, start a trip. */
  readonly take: () => number;
  /** What the database sent since the last call. */
  readonly takeSent: () => { readonly rows: number; readonly bytes: number };
  readonly close: () => Promise<void>;
}

/** A relay before a database that counts round trips as the network sees them, whatever the driver believes. */
export async function countRoundTrips(databaseUrl: string): Promise<RoundTripCounter> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let trips = 0;
  let rows = 0;
  let bytes = 0;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    let waiting = false;
    const countRows = makeMessageReader((type) => {
      if (type === dataRow) rows++;
    });
    for (const socket of [near, far]) {
      sockets.add(socket.setNoDelay(true));
      socket.on('error', () => {}).on('close', () => (socket === near ? far : near).destroy());
    }
    near.on('data', (chunk) => {
      if (!waiting) trips++;
      waiting = true;
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      waiting = false;
      bytes += chunk.length;
      countRows(chunk);
      near.write(chunk);
    });
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The relay has no port');
  const url = new URL(databaseUrl);
  url.port = String(address.port);
  return {
    url: url.href,
    take: () => {
      const taken = trips;
      trips = 0;
      return taken;
    },
    takeSent: () => {
      const sent = { rows, bytes };
      rows = 0;
      bytes = 0;
      return sent;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((settle) => server.close(settle));
    },
  };
}

/** The type of the message that carries a row. */
const dataRow = 'D'.charCodeAt(0);
/** A type and a length, which counts itself and what follows it. */
const headLength = 5;

/** Reads the types of a server's messages from its bytes, however they are cut. */
function makeMessageReader(take: (type: number) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= headLength && rest.length > rest.readInt32BE(1)) {
      take(rest.readUInt8(0));
      rest = rest.subarray(1 + rest.readInt32BE(1));
    }
  };
}
