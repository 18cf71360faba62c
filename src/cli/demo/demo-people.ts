import type { App } from '../../app.ts';
import {
  acceptInvitation,
  findActivePerson,
  findPersonRow,
  inviteAgain,
  invitePerson,
  type Person,
} from '../../domain/accounts/index.ts';
import { unwrap } from '../../kernel/refusal.ts';

const division = { reachKind: 'division', reachCode: 'DUJ' } as const;
const state = { reachKind: 'state' } as const;

/** The log-ins of the demo; all names are invented. */
const PEOPLE = {
  staff: { login: 'staff', name: 'मीना शर्मा', role: 'staff', reachKind: 'district', reachCode: 'UJN' },
  divisionStaff: { login: 'staff2', name: 'अजय जोशी', role: 'staff', ...division },
  reviewer: { login: 'reviewer', name: 'विनोद दुबे', role: 'reviewer', ...division },
  traffic: { login: 'traffic', name: 'कविता व्यास', role: 'traffic', ...division },
  airing: { login: 'airing', name: 'सुरेश परमार', role: 'airing', ...division },
  headOffice: { login: 'headoffice', name: 'नीलम तिवारी', role: 'headOffice', ...state },
  auditor: { login: 'auditor', name: 'प्रकाश नायर', role: 'auditor', ...state },
} as const;

export type DemoPeople = Readonly<Record<keyof typeof PEOPLE, Person>>;

/** The demo's people by their part, added with `password` where they are not there yet; `added` says who. */
export async function addDemoPeople(
  app: App,
  password: string,
): Promise<{ people: DemoPeople; added: readonly string[] }> {
  const added: string[] = [];
  for (const wanted of Object.values(PEOPLE)) {
    const row = findPersonRow(app.catalogue.rows, wanted);
    if (row?.passwordHash) continue;
    const { token } = row ? inviteAgain(app, 'system', row.login) : unwrap(invitePerson(app, 'system', wanted));
    unwrap(await acceptInvitation(app, token, password));
    added.push(`${wanted.login}  ${wanted.name}  (${wanted.role})`);
  }
  const find = ({ login }: { login: string }) => {
    const row = findPersonRow(app.catalogue.rows, { login });
    const person = row && findActivePerson(app.catalogue.rows, row.id);
    if (!person) throw new Error(`the demo's log-in ${login} was shut out`);
    return person;
  };
  const { staff, divisionStaff, reviewer, traffic, airing, headOffice, auditor } = PEOPLE;
  const people = {
    staff: find(staff),
    divisionStaff: find(divisionStaff),
    reviewer: find(reviewer),
    traffic: find(traffic),
    airing: find(airing),
    headOffice: find(headOffice),
    auditor: find(auditor),
  };
  return { people, added };
}
