/** Random registrations of two sessions to come, so that commands about them have someone to act on. */
import fc from 'fast-check';
import { changeTable } from '../../src/core/records.ts';
import { attendanceStatuses, registrationTable } from '../../src/core/tables/registration.ts';
import type { RegistrationStatus } from '../../src/core/tables/registration.ts';
import type { Workbook } from '../../src/core/workbook.ts';
import { addressOf, club, memberNames, recordWith, registrationWorkbook } from './registrations.ts';

const statuses = Object.keys(attendanceStatuses) as RegistrationStatus[]; // Its keys are the statuses.
const sessions = ['SEA-0001', 'SEA-0002'];

/** Up to eight people in two sessions of two seats. */
export const keptRegistrations: fc.Arbitrary<Workbook> = fc
  .array(
    fc.record({
      session: fc.constantFrom(...sessions),
      who: fc.constantFrom(...memberNames),
      status: fc.constantFrom(...statuses),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((people) => ({
    ...registrationWorkbook(sessions.map((id) => ({ ...club, id, date: '2023-06-05' }))),
    [registrationTable.tab]: changeTable(registrationTable, undefined, {
      put: people.map(({ session, who, status }, index) =>
        recordWith(registrationTable, {
          ...{ id: `INS-000${String(index + 1)}`, session, status, last_name: `Claude ${who}` },
          ...{ email: addressOf(who), organisation: who, answered_at: `2023-05-10 08:0${String(index)}:00` },
          ...(status === 'offered' ? { offer_until: '2023-05-14 12:00' } : {}),
        }),
      ),
    }),
  }));
