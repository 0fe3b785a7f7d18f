/** Whether the worker gave this page out of what it keeps (`shell-worker.js`): the server was away a moment ago, and has not vouched for the version. */
export function isKept(document: Document): boolean {
  return document.documentElement.hasAttribute('data-kept');
}
