/*
 * Custom script of the four Camunda web applications (see customScripts in trame-lang.js).
 *
 * There is one sign-in, Trame's own: where an application would show its own sign-in form (after signing out,
 * or when the session has ended), the page is loaded again and the server asks for the sign-in.
 * Tasklist opens with the most urgent task first.
 *
 * It is loaded before AngularJS starts. It registers no plugin, hence the empty default export.
 */
export default [];

let leaving = false;

function signInAtTrame() {
  if (!leaving && location.hash.startsWith('#/login')) {
    leaving = true;
    history.replaceState(null, '', location.pathname);
    location.reload();
  }
}

const inTasklist = location.pathname.includes('/app/tasklist/');
if (inTasklist && !location.hash.includes('sorting=')) {
  const sorting = 'sorting=' + encodeURIComponent('[{"sortBy":"dueDate","sortOrder":"asc"}]');
  const hash = location.hash.length > 2 ? location.hash : '#/';
  history.replaceState(null, '', hash + (hash.includes('?') ? '&' : '?') + sorting);
}

// AngularJS changes the address without an event of the browser
new MutationObserver(signInAtTrame).observe(document.body, {childList: true, subtree: true});
window.addEventListener('hashchange', signInAtTrame);
signInAtTrame();
