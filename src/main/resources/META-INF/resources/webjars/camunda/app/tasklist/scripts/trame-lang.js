/*
 * Shared by the config.js files of Tasklist, Cockpit, Admin and Welcome.
 *
 * Chooses the language of the web applications, before anything is drawn:
 *   1. the cookie "trame-lang" (fr or nl), written by the language switch of Trame;
 *   2. else the first French or Dutch entry of the browser's language preferences;
 *   3. else French.
 *
 * The cookie must be readable by scripts (not HttpOnly) and have the path "/".
 */

function chooseLanguage() {
  const cookie = /(?:^|;\s*)trame-lang=(fr|nl)(?:;|$)/.exec(document.cookie);
  if (cookie) {
    return cookie[1];
  }
  const preferred = navigator.languages && navigator.languages.length ? navigator.languages : [navigator.language || ''];
  const match = preferred.map(tag => tag.slice(0, 2).toLowerCase()).find(tag => tag === 'fr' || tag === 'nl');
  return match || 'fr';
}

export const lang = chooseLanguage();

/** Picks the text for the chosen language. */
export const t = (fr, nl) => (lang === 'nl' ? nl : fr);

/** Home page of Trame: the root of the web applications without their own path (by default /camunda). */
export const home = (document.querySelector('base').getAttribute('app-root') || '').replace(/\/[^/]*$/, '') + '/';

/**
 * Brings the texts before the application starts, into the store where it looks for them: it would
 * otherwise draw some labels before its own request for them has been answered.
 */
async function bringTexts() {
  const root = document.querySelector('base').getAttribute('app-root') || '';
  const folder = root + '/app/' + location.pathname.match(/\/app\/(\w+)\//)[1] + '/locales/';
  const texts = await (await fetch(folder + lang + '.json')).text();
  const store = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  store[folder + '_locales_data_' + lang + '_' + window.bust] = texts;
  localStorage.setItem('camunda-web', JSON.stringify(store));
}

await bringTexts();

/**
 * The part of the configuration common to the four applications. With one single available locale,
 * which is also the fallback, the applications cannot fall back on the browser's language.
 */
export function trameConfig(appName) {
  document.documentElement.lang = lang;
  document.title = 'Trame ' + appName;
  return {
    app: {vendor: 'Trame', name: appName},
    locales: {availableLocales: [lang], fallbackLocale: lang},
    customScripts: ['../tasklist/scripts/trame-locale', '../tasklist/scripts/trame-session'],
    // the "welcome to Camunda" box of the login page links to a page which Trame does not serve
    disableWelcomeMessage: true
  };
}
