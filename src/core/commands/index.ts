/** The list of commands: menus, sidebar, runner, laws and docs are made from it. */
import type { Command } from '../command.ts';
import { addGrant } from './add-grant.ts';
import { addSpace } from './add-space.ts';
import { addSession } from './add-session.ts';
import { cancelSession } from './cancel-session.ts';
import { confirmSessions } from './confirm-sessions.ts';
import { editSession } from './edit-session.ts';
import { generateYear } from './generate-year.ts';
import { moveSession } from './move-session.ts';
import { saveProgramme } from './save-programme.ts';
import { seedProgrammes } from './seed-programmes.ts';
import { addStay } from './add-stay.ts';
import { addRegistration } from './add-registration.ts';
import { addMember } from './add-member.ts';
import { adopt } from './adopt.ts';
import { buildBudget } from './build-budget.ts';
import { buildHeadcount } from './build-headcount.ts';
import { buildDirectory } from './build-directory.ts';
import { buildGrantReport } from './build-grant-report.ts';
import { buildOccupancy } from './build-occupancy.ts';
import { buildProjectBudget } from './build-project-budget.ts';
import { callDues } from './call-dues.ts';
import { allocateGrant } from './allocate-grant.ts';
import { editGrant } from './edit-grant.ts';
import { recordInstalment } from './record-instalment.ts';
import { seedGrants } from './seed-grants.ts';
import { buildAgeing } from './build-ageing.ts';
import { buildReceipt } from './build-receipt.ts';
import { cancelReceipt } from './cancel-receipt.ts';
import { correctPayment } from './correct-payment.ts';
import { editSettings } from './edit-settings.ts';
import { changeRegistration } from './change-registration.ts';
import { checkRegister } from './check-register.ts';
import { editSpace } from './edit-space.ts';
import { editStay } from './edit-stay.ts';
import { endStay } from './end-stay.ts';
import { erasePerson } from './erase-person.ts';
import { extendStay } from './extend-stay.ts';
import { compareBudgets } from './compare-budgets.ts';
import { keepBudget } from './keep-budget.ts';
import { buildRentRoll } from './build-rent-roll.ts';
import { buildSurveyReport } from './build-survey-report.ts';
import { callRents } from './call-rents.ts';
import { changeAffiliation } from './change-affiliation.ts';
import { editMember } from './edit-member.ts';
import { leaveMember } from './leave-member.ts';
import { mergeMembers } from './merge-members.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordConsent } from './record-consent.ts';
import { remindSessions } from './remind-sessions.ts';
import { thankSession } from './thank-session.ts';
import { buildSignInSheet } from './build-sign-in-sheet.ts';
import { buildCertificate } from './build-certificate.ts';
import { buildIndicators } from './build-indicators.ts';
import { saveContact } from './save-contact.ts';
import { recordAnswers } from './record-answers.ts';
import { recordForm } from './record-form.ts';
import { recordSurvey } from './record-survey.ts';
import { settleCheck } from './settle-check.ts';
import { signCharter } from './sign-charter.ts';
import { bookSpace } from './book-space.ts';
import { cancelBooking } from './cancel-booking.ts';
import { createCalendar } from './create-calendar.ts';
import { settleCalendarMove } from './settle-calendar-move.ts';
import { undo } from './undo.ts';
import { updateRentBudget } from './update-rent-budget.ts';
import { editMail } from './edit-mail.ts';
import { editTemplate, restoreTemplate } from './edit-template.ts';
import { cancelMails, holdMails, releaseMails, resolveMail } from './mail-states.ts';
import { testMail, writeMail } from './write-mail.ts';
import { issueReceipts } from './issue-receipts.ts';
import { matchStatement } from './match-statement.ts';
import { noteFee } from './note-fee.ts';
import { recordPayment } from './record-payment.ts';
import { sendDuesCampaign } from './send-dues-campaign.ts';
import { useCredit } from './use-credit.ts';

/** Every command, in the order in which people meet them. */
export const commands: readonly Command[] = [
  // In the order in which people meet them, one per line.
  adopt,
  addMember,
  editMember,
  saveContact,
  changeAffiliation,
  signCharter,
  recordConsent,
  leaveMember,
  mergeMembers,
  buildDirectory,
  buildHeadcount,
  erasePerson,
  buildBudget,
  buildProjectBudget,
  buildOccupancy,
  checkRegister,
  callDues,
  recordPayment,
  correctPayment,
  useCredit,
  noteFee,
  matchStatement,
  issueReceipts,
  cancelReceipt,
  buildReceipt,
  buildAgeing,
  sendDuesCampaign,
  editSettings,
  keepBudget,
  compareBudgets,
  buildRentRoll,
  callRents,
  updateRentBudget,
  seedGrants,
  addGrant,
  editGrant,
  recordInstalment,
  allocateGrant,
  recordSurvey,
  buildSurveyReport,
  buildGrantReport,
  settleCheck,
  addStay,
  editStay,
  extendStay,
  endStay,
  addSpace,
  editSpace,
  seedProgrammes,
  saveProgramme,
  generateYear,
  confirmSessions,
  addSession,
  editSession,
  moveSession,
  cancelSession,
  addRegistration,
  changeRegistration,
  recordForm,
  recordAnswers,
  buildSignInSheet,
  recordAttendance,
  createCalendar,
  settleCalendarMove,
  buildCertificate,
  remindSessions,
  thankSession,
  buildIndicators,
  bookSpace,
  cancelBooking,
  writeMail,
  releaseMails,
  holdMails,
  cancelMails,
  resolveMail,
  editMail,
  editTemplate,
  restoreTemplate,
  testMail,
  undo,
];

/** The command of that name, or null. */
export function commandNamed(name: string): Command | null {
  return commands.find((command) => command.name === name) ?? null;
}
