export type { BrokenRule, ChannelLog, LogPosition, PlanNote, PlannedLogs, Unplaced } from './channel-log.ts';
export { parsePlan } from './parse-plan.ts';
export { planLogs } from './plan-logs.ts';
export { type Plan, planSchema } from './plan-schema.ts';
