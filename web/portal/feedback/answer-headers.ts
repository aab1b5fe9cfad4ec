/**
 * The headers of a page with the feedback form: shared like its frame's as long as nobody posted, and the answer's own
 * (private, perhaps with the time to come back) for whoever did.
 */
export function answerHeaders({
  actionHeaders,
  parentHeaders,
}: {
  actionHeaders: Headers
  parentHeaders: Headers
}): Headers {
  return actionHeaders.has('cache-control') ? actionHeaders : parentHeaders
}
