/** The few headers that tell who is asking. */
export type Asking = {
  readonly method: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly fetchMode: string | undefined;
};

const NAMES = ['127.0.0.1', 'localhost'];

/**
 * Why a request must not be served, or null. Only our own page and programs of this machine may ask: a page of the web
 * that points its own name at this address (DNS rebinding), or that posts here from afar, is turned away.
 */
export function turnedAway(asking: Asking, port: number): string | null {
  const hosts = NAMES.map((name) => `${name}:${port}`);
  if (asking.host === undefined || !hosts.includes(asking.host)) {
    return `Cannot serve "${asking.host ?? ''}": the workspace answers only to ${hosts.join(' and ')}`;
  }
  if (asking.origin !== undefined && !hosts.some((host) => asking.origin === `http://${host}`)) {
    return `Cannot serve a request from "${asking.origin}": only the workspace's own page may ask`;
  }
  if (!fromAfar(asking.fetchSite) || opensThePage(asking)) return null;
  return 'Cannot serve a request from another site: only the workspace’s own page may ask';
}

const fromAfar = (site: string | undefined): boolean => site === 'cross-site' || site === 'same-site';

/** A link elsewhere, in a mail for instance, may lead to the page itself or to a form. */
const opensThePage = ({ method, path, fetchMode }: Asking): boolean =>
  method === 'GET' && (path === '/' || isForm(path)) && fetchMode === 'navigate';

const isForm = (path: string): boolean => /^\/forms\/d\/e\/[\w-]+\/viewform$/u.test(path);

/** The policy of the page: everything from here; the engine compiles formulas, hence eval. */
export const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The policy of the add-on's HTML: scripts of its own, no origin, no network but the page that holds it. */
export const FRAME_POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline'",
  "style-src 'unsafe-inline'",
  'img-src data: blob:',
  'font-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads',
].join('; ');
