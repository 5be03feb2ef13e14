import https, { type Agent } from 'node:https';
import { type Dispatcher, EnvHttpProxyAgent } from 'undici';
import { z } from 'zod';
import { createAgent, type ProxySettings } from '../proxy.ts';

/** How Discord is reached: by `dispatcher` what undici asks for, and the gateway from here on until `close`. */
export type Way = { dispatcher: Dispatcher | undefined; close(): Promise<void> };

const webSocketSchema = z.object({ headers: z.object({ Upgrade: z.literal('websocket') }) });

/** Through a proxy where one is set. */
export function openWay({ proxy, noProxy = '' }: ProxySettings): Way {
  if (proxy === undefined) return { dispatcher: undefined, close: () => Promise.resolve() };
  const dispatcher = new EnvHttpProxyAgent({ httpProxy: '', httpsProxy: proxy, noProxy });
  const leaveWebSockets = leadWebSockets(createAgent({ proxy, noProxy }));
  return {
    dispatcher,
    close: () => {
      leaveWebSockets();
      return dispatcher.destroy();
    },
  };
}

/**
 * Gives requests for a WebSocket an agent; call what comes back to end that. @discordjs/ws lets none be given to `ws`,
 * which then connects by itself, so it is given where `ws` makes its request.
 */
function leadWebSockets(agent: Agent): () => void {
  const { request } = https;
  const led = (...given: unknown[]): unknown =>
    Reflect.apply(
      request,
      https,
      isForWebSocket(given[0]) ? [{ ...given[0], agent }, ...given.slice(1)] : given,
    );
  Object.assign(https, { request: led });
  return () => void Object.assign(https, { request });
}

function isForWebSocket(asked: unknown): asked is object {
  return webSocketSchema.safeParse(asked).success;
}
