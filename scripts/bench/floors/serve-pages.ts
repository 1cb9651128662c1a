// The least that Next does for a page, behind the same kind of server as the apps.
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import next from 'next';

const port = Number(process.argv[2]);
const pages = next({ dev: false, dir: fileURLToPath(new URL('next-app', import.meta.url)), port });
await pages.prepare();
const show = pages.getRequestHandler();
createServer((request, response) => show(request, response)).listen(port, '127.0.0.1', () => console.log('ready'));
