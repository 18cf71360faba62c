// `node --import moved-clock.child.ts …`: the whole process lives so many milliseconds later than the wall. So the real
// service sees its tomorrow, as on a machine whose clock was set; its timers, leases and limits go on as ever.
const laterMs = Number(process.env['PRERNA_TEST_LATER_MS']);
const Wall = globalThis.Date;

globalThis.Date = class extends Wall {
  constructor(...given: [] | [number | string | Date]) {
    super(...((given.length > 0 ? given : [Wall.now() + laterMs]) as [number]));
  }
  static override now(): number {
    return Wall.now() + laterMs;
  }
} as DateConstructor;
