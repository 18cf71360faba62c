/** What a person does in the line; one role each (product: people). */
export const ROLES = ['admin', 'staff', 'reviewer', 'traffic', 'airing', 'headOffice', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** How far a person sees: the whole state, one division, or one district. */
export type Reach =
  | { readonly kind: 'state' }
  | { readonly kind: 'division'; readonly code: string }
  | { readonly kind: 'district'; readonly code: string };

export interface Person {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly reach: Reach;
  readonly language: 'hi' | 'en';
  /** Districts in reach; resolved once a request, so that stores filter by a plain list. */
  readonly districts: readonly string[];
}

/** Whether a thing of this district may be seen. Nothing else decides ownership by place. */
export function reaches(person: Pick<Person, 'districts'>, district: string): boolean {
  return person.districts.includes(district);
}
