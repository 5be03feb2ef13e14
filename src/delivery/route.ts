import type { PlatformName } from '../chat/incoming.ts';
import type { Platform } from '../chat/platform.ts';
import type { Clock } from '../core/clock.ts';
import type { Log } from '../core/log.ts';
import { Health } from './health.ts';
import { Pace } from './pace.ts';

/** The way to a platform: its limits and whether it can be reached are the same for answers and for reminders. */
export type Route = { platform: Platform; pace: Pace; health: Health };
export type Routes = ReadonlyMap<PlatformName, Route>;

export function createRoutes(platforms: readonly Platform[], clock: Clock, log: Log): Routes {
  return new Map(
    platforms.map((platform) => [
      platform.name,
      { platform, pace: new Pace(clock, platform.limits), health: new Health(platform, clock, log) },
    ]),
  );
}

export function closeRoutes(routes: Routes): void {
  for (const { pace, health } of routes.values()) {
    pace.close();
    health.stop();
  }
}
