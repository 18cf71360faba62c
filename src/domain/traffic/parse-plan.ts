import type { z } from 'zod';
import { allow, type Decision, refuse } from '../../kernel/refusal.ts';
import { findBrokenReferences } from './plan-references.ts';
import { type Plan, planSchema } from './plan-schema.ts';

/** Reads an order for logs; the refusal names every unknown field, wrong value or broken reference (first ten). */
export function parsePlan(data: unknown): Decision<Plan> {
  const parsed = planSchema.safeParse(data);
  if (!parsed.success) return refusePlan(parsed.error.issues.map(describeIssue));
  const broken = findBrokenReferences(parsed.data);
  return broken.length > 0 ? refusePlan(broken) : allow(parsed.data);
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const at = issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')}: `;
  if (issue.code === 'unrecognized_keys') return `${at}unknown field ${issue.keys.join(', ')}`;
  return `${at}${issue.message}`;
}

function refusePlan(faults: readonly string[]) {
  const detail = faults.slice(0, 10).join('; ');
  return refuse({ code: 'plan.invalid', user: 'plan.refused.invalid', tech: detail, params: { detail } });
}
