export { findAgencyNamed, type LeadCandidate, type NamedParty } from './agency-names.ts'
export type { AlikeDirective } from './alike.ts'
export {
  type Briefing,
  findBriefing,
  findBriefingThatTells,
  keepBriefing,
  listBriefings,
} from './briefings.ts'
export { acceptTask, finishTask, returnTask, withdrawTask } from './completing.ts'
export {
  addDraft,
  confirmDrafts,
  dropDraft,
  editDraft,
  joinDrafts,
  restoreDraft,
  type SeenDraft,
  splitDraft,
} from './deciding-drafts.ts'
export {
  countDirectives,
  type Directive,
  type DirectiveFilter,
  type DirectiveSummary,
  type DraftToDecide,
  getDirective,
  listDirectives,
} from './directives.ts'
export type { Draft, DraftContent, DraftState, Quote } from './drafts.ts'
export { type ErasingReason, eraseDraft, erasingReasons } from './erasing.ts'
export { type EventKind, listEvents, type TaskEvent } from './events.ts'
export {
  addEvidence,
  type Evidence,
  type EvidenceFile,
  findEvidence,
  keepEvidenceFile,
  type MetricSnapshot,
  type NewEvidence,
} from './evidence.ts'
export { exportTasks } from './exporting.ts'
export { askExtension, decideExtension, type Extension, type ExtensionDecision } from './extensions.ts'
export type { Holding } from './holdings.ts'
export {
  type BeforeIssuing,
  issueDirective,
  issuingWarnings,
  listHindrances,
  readBeforeIssuing,
} from './issuing.ts'
export { confirmYear, type DirectiveSource, type EditedHead, editHead, keepDraft } from './keeping.ts'
export { chooseLetters, findLetterChoice, type LetterChoice } from './letter-choices.ts'
export {
  countTasks,
  countTasksByLead,
  type LeadCounts,
  listTasks,
  type MetricOfUnit,
  type TaskFilter,
  type TaskSort,
} from './listing.ts'
export {
  type LastReport,
  listDiverging,
  listMeasures,
  type MetricBeside,
  type TaskMeasures,
} from './measures.ts'
export { answerOpinion, askOpinion, listOpinions, type Opinion, type Stance } from './opinions.ts'
export { clerks, namesOfParties, type Party, readOwnParties } from './parties.ts'
export {
  answerProposal,
  handProposal,
  listProposals,
  type Proposal,
  type ProposalOutcome,
} from './proposals.ts'
export type { ProposedLead } from './proposed-leads.ts'
export { nextDueOn } from './recurring.ts'
export { DirectiveRefusal, type RefusalCode } from './refusals.ts'
export { type OfficerToTell, writeReminderLetters } from './reminder-letters.ts'
export { listReminderRuns, listReminders, type Reminder, type ReminderRun } from './reminders.ts'
export { remind } from './reminding.ts'
export { type Report, reportTask } from './reports.ts'
export { isStateSecret } from './secrecy.ts'
export { handOver, splitByCommune, splitTask, type TaskPart } from './splitting.ts'
export { getTask, type TaskAction, type TaskFile } from './task-file.ts'
export { linkMetric, type TaskMetric, type TaskMetricToday, unlinkMetric } from './task-metrics.ts'
export type { Task } from './task-rows.ts'
export { type Awaited, type AwaitedAnswer, countWaiting, listWaiting, type Waiting } from './waiting.ts'
