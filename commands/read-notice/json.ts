import type { DirectiveHead, DraftTask, NoticeReading } from '#notices'

/** The reading as one JSON document: who says it, each task, and what was kept as no task; always in the same order. */
export function readingAsJson({ directive, tasks, kept }: NoticeReading): string {
  return JSON.stringify({ directive: orderHead(directive), tasks: tasks.map(orderTask), kept }, null, 2)
}

function orderHead({ number, kind, title, issuedOn, issuedBy, concludedBy, ...rest }: DirectiveHead) {
  const { meetingOn, meetingWith, addressee, byline, inferred, ...also } = rest
  const who = { issuedOn, issuedBy, concludedBy, meetingOn, meetingWith, addressee, byline }
  return { number, kind, title, ...who, inferred, ...also }
}

function orderTask({ id, paragraph, areas, kind, does, assignee, quote, ...rest }: DraftTask) {
  const { cooperatesWith, reportsTo, due, dueInferred, recurs, dueWords, cites, targets, ...also } = rest
  const when = { due, dueInferred, recurs, dueWords }
  return {
    id,
    paragraph,
    areas,
    kind,
    does,
    assignee,
    cooperatesWith,
    reportsTo,
    ...when,
    cites,
    targets,
    ...also,
    quote,
  }
}
