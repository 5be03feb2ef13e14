import type { IncomingMessage, ServerResponse } from 'node:http';

/** What goes wrong with a request on the way, on any platform. "Accepted" means that it has its effect all the same. */
export type WireFault =
  /** What stands in between answers with a page of its own. */
  | { kind: 'page'; status: number }
  /** What stands in between sends the caller to another address. */
  | { kind: 'redirected' }
  /** The connection is reset before the request is accepted, or after. */
  | { kind: 'reset-before' }
  | { kind: 'reset-after' }
  /** Accepted, and half of the answer comes before the connection is cut, or falls silent. */
  | { kind: 'half-answer'; end: 'cut' | 'silence' };

const PAGE = '<!doctype html><html><title>Trang này đã bị chặn</title></html>';
const PORTAL = '/portal';

/** Where a redirect leads to. True when the request was for that. */
export function servePortal(req: IncomingMessage, res: ServerResponse): boolean {
  if (req.url !== PORTAL) return false;
  page(res, 200);
  return true;
}

/** Faults of a request that is not accepted. True when it has been dealt with. */
export function failBefore(
  fault: { kind: string } | WireFault | undefined,
  req: IncomingMessage,
  res: ServerResponse,
): boolean {
  if (!isWireFault(fault)) return false;
  if (fault.kind === 'page') page(res, fault.status);
  else if (fault.kind === 'redirected') res.writeHead(302, { location: PORTAL }).end();
  else if (fault.kind === 'reset-before') req.socket.resetAndDestroy();
  else return false;
  return true;
}

/** Faults of the answer to an accepted request. True when it has been dealt with. */
export function failAfter(
  fault: { kind: string } | WireFault | undefined,
  res: ServerResponse,
  answer: object | undefined,
): boolean {
  if (!isWireFault(fault)) return false;
  if (fault.kind === 'reset-after') res.socket?.resetAndDestroy();
  else if (fault.kind === 'half-answer') {
    const text = JSON.stringify(answer);
    res.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
    res.write(text.slice(0, text.length / 2), () => {
      if (fault.end === 'cut') res.destroy();
    });
  } else return false;
  return true;
}

function isWireFault(fault: { kind: string } | undefined): fault is WireFault {
  return /^(page|redirected|reset-before|reset-after|half-answer)$/.test(fault?.kind ?? '');
}

function page(res: ServerResponse, status: number): void {
  res.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
}
