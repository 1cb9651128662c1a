import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

export interface Ports {
  coach: number;
  portal: number;
  mailbox: number;
  smtp: number;
  postgres: number;
}

type PortName = keyof Ports;

const defaults: Ports = { coach: 3000, portal: 3001, mailbox: 3002, smtp: 3025, postgres: 54329 };

/** The environment variable that moves a port. */
export const portVariable = (name: PortName): string => `GROUNDWORK_${name.toUpperCase()}_PORT`;

/** Reads the ports from the environment. Returns a line for the operator when one is no port. */
export function parsePorts(env: Readonly<Record<string, string | undefined>>): Ports | string {
  const ports = { ...defaults };
  for (const name of Object.keys(ports) as PortName[]) {
    const given = env[portVariable(name)];
    if (given === undefined || given === '') continue;
    const port = Number(given);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) {
      return `${portVariable(name)}=${given} is no port: use a whole number from 1 to 65535.`;
    }
    ports[name] = port;
  }
  const numbers = Object.values(ports);
  if (new Set(numbers).size < numbers.length) {
    return `Two services are given one port (${Object.entries(ports)
      .map(([name, port]) => `${name} ${port}`)
      .join(', ')}): set ${portVariable('coach')} and the others to different ones.`;
  }
  return ports;
}

/** A line for the operator about the first of these ports that something else listens on. */
export async function findTakenPort(ports: Ports, names: readonly PortName[]): Promise<string | undefined> {
  for (const name of names) {
    const port = ports[name];
    // A browser tries both for "localhost", and so would reach the other program.
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) continue;
    return `Port ${port} (${name}) is taken: stop what listens there, or choose another, as in \`${portVariable(name)}=${port + 100} npm start\`.`;
  }
  return undefined;
}

/**
 * Below the range that systems give to outgoing connections: a port that is found free there stays so until somebody listens, where one that
 * the system hands out may be anybody's connection a moment later.
 */
const searched = { from: 15_000, count: 15_000 } as const;

/** Ports that nothing listens on now, all different. */
export async function findFreePorts(): Promise<Ports> {
  const names = Object.keys(defaults) as PortName[];
  const found = new Set<number>();
  while (found.size < names.length) found.add(await findFreePort());
  const [coach = 0, portal = 0, mailbox = 0, smtp = 0, postgres = 0] = found;
  return { coach, portal, mailbox, smtp, postgres };
}

/** A port that nothing listens on now. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = searched.from + randomInt(searched.count);
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return port;
  }
}

function isFree(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    // A machine without IPv6 has nobody on it either.
    probe.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    );
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
