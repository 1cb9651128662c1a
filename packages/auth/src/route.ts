import imported from 'next-auth';
import { type App, urlOfApp } from './app.ts';
import { authOptions } from './auth-options.ts';

// next-auth is CommonJS: bundlers disagree with Node about what its default import is.
const NextAuth = 'default' in imported ? (imported.default as typeof imported) : imported;

/** What next-auth answers. Its callback is not among them: by GET it would use a link up before its reader has seen it. */
const allowed: ReadonlySet<string> = new Set(['GET session', 'GET csrf', 'POST signout']);

interface RouteContext {
  readonly params: Promise<{ readonly nextauth: string[] }>;
}

type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

/** The handlers of an app's `app/api/auth/[...nextauth]/route.ts`: next-auth's session and sign-out, and 404 for all else. */
export function makeAuthRoute(app: App): { readonly GET: RouteHandler; readonly POST: RouteHandler } {
  const handle: RouteHandler = async (request, context) => {
    const { nextauth } = await context.params;
    if (nextauth.length !== 1 || !allowed.has(`${request.method} ${nextauth[0]}`))
      return new Response(null, { status: 404 });
    // next-auth builds addresses from it; without it, from whatever Host the request names.
    process.env.NEXTAUTH_URL ??= urlOfApp(app).origin;
    return NextAuth(request as never, context as never, authOptions(app));
  };
  return { GET: handle, POST: handle };
}
