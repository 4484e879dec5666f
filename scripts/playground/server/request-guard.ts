// Who may talk to the server: this machine's own pages. Another site's page could reach 127.0.0.1
// through a name it controls (DNS rebinding) or by a plain cross-origin request; both are refused.
import type { IncomingMessage } from 'node:http';

const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d+)?$/i;

/** Why a request is refused, or null where it may pass. */
export function refusal(request: IncomingMessage): string | null {
  const host = request.headers.host ?? '';
  if (!LOOPBACK.test(host)) return 'This server answers to loopback addresses only.';
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) {
    return 'Requests from another origin are refused.';
  }
  const site = request.headers['sec-fetch-site'];
  const isNavigation = request.method === 'GET' && request.headers['sec-fetch-mode'] === 'navigate';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isNavigation) {
    return 'Requests from another site are refused.';
  }
  return null;
}

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  // The plugin's code runs through `new Function`, the way Obsidian loads one.
  "script-src 'self' 'unsafe-eval'",
  // CodeMirror writes its style sheets into the page.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Nothing the page loads may come from, or go to, anywhere but this server.
 * @param script Where the page's own script is, if on another server of this machine.
 */
export function contentSecurityPolicy(script: string | null): string {
  if (script === null) return CONTENT_SECURITY_POLICY;
  return CONTENT_SECURITY_POLICY.replace("script-src 'self'", `script-src ${script}`);
}
