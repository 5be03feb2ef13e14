import { Agent, globalAgent } from 'node:https';

/** The way to addresses of https: `noProxy` names hosts that are reached directly, a comma between them. */
export type ProxySettings = { proxy?: string | undefined; noProxy?: string | undefined };

/** Node's own agent lets a connection go that is idle for so long. */
const IDLE = 5_000;

/** Makes connections through the proxy where one is set; its errors do not show the password. */
export function createAgent({ proxy, noProxy = '' }: ProxySettings): Agent {
  if (proxy === undefined) return globalAgent;
  const proxyEnv = { HTTPS_PROXY: proxy, NO_PROXY: noProxy };
  return new Agent({ keepAlive: true, scheduling: 'lifo', timeout: IDLE, proxyEnv });
}
