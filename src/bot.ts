import { Temporal } from 'temporal-polyfill';
import type { App } from './app.ts';
import type { Assist } from './chat/assist.ts';
import { cancelCommand } from './chat/cancel.ts';
import type { Command } from './chat/command.ts';
import { createAssist } from './chat/create-assist.ts';
import { createDispatcher } from './chat/dispatcher.ts';
import { helpCommand, menusOf } from './chat/help.ts';
import type { Incoming } from './chat/incoming.ts';
import { type Platform, PlatformError } from './chat/platform.ts';
import { atMost, inPieces } from './core/takes-turns.ts';
import { forgetInbox } from './delivery/inbox.ts';
import { forgetOutbox } from './delivery/outbox.ts';
import type { Claimed } from './delivery/outbox-entry.ts';
import { forgetPosts } from './delivery/post-store.ts';
import { Receiver } from './delivery/receiver.ts';
import { closeRoutes, createRoutes, type Routes } from './delivery/route.ts';
import { Sender } from './delivery/sender.ts';
import { createTicker, type Ticker, type TickerJob } from './delivery/ticker.ts';
import { readSpreadsheet } from './documents/spreadsheet.ts';
import { recordAct } from './features/audit/record-act.ts';
import { askedOf, closeDialog, saveDialog, stopDialog } from './features/dialogs/dialog-store.ts';
import { stopTyping } from './features/dialogs/open-question.ts';
import type { Job } from './features/feature.ts';
import { features } from './features/index.ts';
import { closeChannel, moveChannel } from './features/units/channels.ts';
import { units } from './features/units/feature.ts';
import { createInWhoseName } from './features/units/in-whose-name.ts';
import { leaveTopic } from './features/units/leave-topic.ts';
import { followMembership } from './features/units/membership.ts';
import { placeInUnit } from './features/units/place-in-unit.ts';
import { createStandings, type Standings } from './features/units/standings.ts';
import { mayStillRead, tellGroupsInstead } from './features/units/tell-administrators.ts';
import { tellPoison, tellUndelivered, tellUnreadable } from './features/units/tell-undelivered.ts';
import { createWhoIs } from './features/units/who-is.ts';
import type { HttpRequest, Route } from './http/route.ts';
import type { Database } from './storage/database.ts';
import { fill, type PlainKey } from './texts/translator.ts';

const commands: readonly Command[] = [
  // A unit is set up once: what that takes is named last.
  ...[...features.filter((feature) => feature !== units), units].flatMap(({ commands = [] }) => commands),
  helpCommand(() => commands),
  cancelCommand(stopTyping),
];

export type Bot = {
  receiver: Receiver;
  sender: Sender;
  ticker: Ticker;
  /** Goes on with what an earlier process left, begins to tick, and to reach the platforms. */
  start(): Promise<void>;
  /** Whether any platform takes the bot, known once each has answered. */
  reached(): Promise<boolean>;
  /** Resolves when every platform has shut the bot out, at the start or since. */
  shutOut(): Promise<void>;
  /** When something is next to be done of the bot's own accord. */
  nextDue(): Promise<Temporal.Instant | undefined>;
  /** Takes in nothing more, and finishes what is in hand. */
  stop(): Promise<void>;
};

const KEPT_DAYS = { inbox: 3, sent: 60, failed: 400, posts: 400 } as const;

/** What an earlier process did not come back from goes before everything else, and gets this long. */
const SUSPECTS_SECONDS = 20;

/** Puts the whole bot together on the given platforms. `limited`: one person may not send without bound. */
export function createBot(app: App, platforms: readonly Platform[], limited: boolean): Bot {
  const routes = createRoutes(platforms, app.clock, app.log);
  const standings = createStandings(app, (name) => routes.get(name)?.platform);
  const desk = deskOf(app, standings);
  const receiver = createReceiver(app, routes, desk, limited);
  const sender = createSender(app, routes, standings);
  const assist = createAssist(desk, app);
  const jobs = [...jobsOf(app), ...deliveryJobs(app, sender)];
  const ticker = createTicker(jobs, app);
  let reaching: Promise<boolean[]> = Promise.resolve([]);
  return {
    receiver,
    sender,
    ticker,
    start: async () => {
      await sender.recover('all');
      await receiver.start();
      await receiver.pastSuspects(SUSPECTS_SECONDS);
      reaching = Promise.all(platforms.map((platform) => reach(app, platform, receiver, assist)));
      await ticker.tick();
      ticker.start();
    },
    reached: async () => (await reaching).includes(true),
    shutOut: async () => {
      for (const [index, isReached] of (await reaching).entries())
        if (isReached) await (platforms[index]?.shutOut ?? new Promise(() => undefined));
    },
    nextDue: async () => {
      const instants = await Promise.all([...jobs.map((job) => job.next?.()), sender.next()]);
      return instants
        .filter((instant) => instant !== undefined)
        .toSorted(Temporal.Instant.compare)
        .at(0);
    },
    stop: async () => {
      await ticker.stop();
      await Promise.all(platforms.map((platform) => platform.stop()));
      closeRoutes(routes);
      await Promise.all([receiver.stop(), sender.stop()]);
    },
  };
}

function createReceiver(
  app: App,
  routes: Routes,
  desk: ReturnType<typeof deskOf>,
  limited: boolean,
): Receiver {
  const { db, clock, log, newId, count } = app;
  const handle = createHandle(app, routes, desk);
  const say = (key: PlainKey) => ({ text: fill(app.config.DEFAULT_LANGUAGE, key) });
  return new Receiver({
    db,
    clock,
    log,
    count,
    routes,
    newId,
    limited,
    handle: (incoming: Incoming, transact, isLast) =>
      handle(incoming, (work) => transact((db) => work({ ...app, db })), isLast),
    onUnreadable: (db: Database, event) => tellUnreadable({ ...app, db }, 'error.unreadable', event),
    onPoison: (db: Database, incoming, ref) => tellPoison({ ...app, db }, incoming, ref),
    onChannelMoved: (db: Database, { platform, channel }, movedTo) =>
      moveChannel({ ...app, db }, platform, channel.id, movedTo),
    onThreadGone: (db: Database, ...where) => leaveTopic({ ...app, db }, ...where),
    troubleNote: say('error.trouble'),
    refusedNote: say('error.not_shown'),
  });
}

function createHandle(app: App, routes: Routes, desk: ReturnType<typeof deskOf>) {
  const oneAtATime = atMost(1);
  return createDispatcher({
    ...desk,
    log: app.log,
    newId: app.newId,
    count: app.count,
    defaultLanguage: app.config.DEFAULT_LANGUAGE,
    dialogs: { asked: askedOf, save: saveDialog, stop: stopDialog, close: closeDialog },
    inWhoseName: createInWhoseName(app, (name) => routes.get(name)?.platform),
    titleOf: app.titleOf,
    files: {
      fetch: async (name, fileId, maxBytes) => {
        const route = routes.get(name);
        if (!route) throw new PlatformError('rejected', `${name} is not set up`);
        return route.platform.download(fileId, maxBytes);
      },
      keep: app.blobs.keep,
      open: (name, bytes) => oneAtATime(() => readSpreadsheet(name, bytes)),
    },
    room: (name) => ({
      sizeOf: app.blobs.sizeOf,
      largestFile: routes.get(name)?.platform.largestFile ?? 0,
    }),
    onMembership: followMembership,
    record: recordAct,
  });
}

/** What reads commands, in the dispatcher and while people type. */
function deskOf(app: App, standings: Standings) {
  return {
    commands,
    clock: app.clock,
    defaultTimeZone: app.config.DEFAULT_TIME_ZONE,
    whoIs: createWhoIs(app, standings),
    askAbout: async (personId: string, units: readonly string[]) => {
      for (const unit of units) await placeInUnit(app, standings, unit, personId);
    },
  };
}

function createSender(app: App, routes: Routes, standings: Standings): Sender {
  const { db, clock, log, count } = app;
  return new Sender({
    db,
    clock,
    log,
    count,
    routes,
    owner: app.newId(),
    mayGo: (entry) => mayStillRead(app, standings, entry),
    onUndelivered: async (db: Database, entry: Claimed, error: PlatformError) => {
      await tellUndelivered({ ...app, db }, entry, error.kind);
      await tellGroupsInstead({ ...app, db }, entry);
    },
    onUnreadable: (db: Database, { id, ...row }) =>
      tellUnreadable({ ...app, db }, 'error.unreadable_post', { ...row, ref: id.slice(-6) }),
    onChannelGone: (db: Database, { platform, target }: Claimed, movedTo, forNow) =>
      movedTo === undefined
        ? closeChannel({ ...app, db }, platform, target.channel, forNow)
        : moveChannel({ ...app, db }, platform, target.channel, movedTo),
    onThreadGone: (db: Database, ...where) => leaveTopic({ ...app, db }, ...where),
  });
}

/** What the features see to. The lowest come first: what plans goes before what releases. */
function jobsOf(app: App): TickerJob[] {
  const bound = ({ name, run, next, once }: Job): TickerJob => ({
    name,
    run: () => run(app),
    next: next && (() => next(app)),
    once,
  });
  return features.toReversed().flatMap(({ jobs = [] }) => jobs.map(bound));
}

/** What the features serve over HTTP. */
export function httpRoutes(app: App): Route[] {
  return features.flatMap(({ routes = [] }) =>
    routes.map((route) => ({ ...route, handle: (request: HttpRequest) => route.handle(app, request) })),
  );
}

function deliveryJobs({ db, clock }: App, sender: Sender): TickerJob[] {
  const daysAgo = (days: number) => clock.now().subtract({ hours: 24 * days });
  return [
    {
      name: 'send',
      run: async () => {
        await sender.recover('expired');
        sender.wake();
      },
    },
    {
      name: 'forget',
      run: async () => {
        await inPieces((most) => forgetInbox(db, daysAgo(KEPT_DAYS.inbox), most));
        const before = { sent: daysAgo(KEPT_DAYS.sent), failed: daysAgo(KEPT_DAYS.failed) };
        await inPieces((most) => forgetOutbox(db, before, most));
        await inPieces((most) => forgetPosts(db, daysAgo(KEPT_DAYS.posts), most));
      },
    },
  ];
}

/** False when the platform refuses the bot; one that is out of reach is waited for. */
async function reach(app: App, platform: Platform, receiver: Receiver, assist: Assist): Promise<boolean> {
  const { log } = app;
  try {
    await platform.start(receiver.receive, assist);
  } catch (err) {
    log.error({ err, platform: platform.name }, 'the platform refuses the bot; any other goes on');
    return false;
  }
  await platform
    .publishMenus(menusOf(commands))
    .catch((err: unknown) => log.warn({ err, platform: platform.name }, 'the menu could not be shown'));
  return true;
}
