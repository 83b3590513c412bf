/*
 * Custom script of the four Camunda web applications (see customScripts in trame-lang.js).
 *
 * The locale files translate nearly everything. This script does the rest:
 *   - AngularJS dates and numbers (the date picker of Tasklist), through the module ngLocale;
 *   - the calendar (flatpickr) and the date format of Camunda Forms, which follow the browser only;
 *   - the English texts which form-js and a few Camunda templates hard-code: they are replaced in the page
 *     as they appear. Only whole texts of a known list are replaced, never data typed by a user;
 *   - the link back to Trame in the header.
 *
 * It is loaded before AngularJS starts. It registers no plugin, hence the empty default export.
 */
import {home, lang, t} from './trame-lang.js';

export default [];

/* ---- dates and numbers -------------------------------------------------------------------------------- */

const MONTHS = t(
  'janvier,février,mars,avril,mai,juin,juillet,août,septembre,octobre,novembre,décembre',
  'januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december'
).split(',');
const MONTHS_SHORT = t(
  'janv.,févr.,mars,avr.,mai,juin,juil.,août,sept.,oct.,nov.,déc.',
  'jan.,feb.,mrt.,apr.,mei,jun.,jul.,aug.,sep.,okt.,nov.,dec.'
).split(',');
const DAYS = t(
  'dimanche,lundi,mardi,mercredi,jeudi,vendredi,samedi',
  'zondag,maandag,dinsdag,woensdag,donderdag,vrijdag,zaterdag'
).split(',');
const DAYS_SHORT = t('dim.,lun.,mar.,mer.,jeu.,ven.,sam.', 'zo,ma,di,wo,do,vr,za').split(',');

const angular = window.angular;
if (angular) {
  angular.module('ngLocale', []).config(['$provide', provide]);
}

function provide($provide) {
  const pattern = {minInt: 1, minFrac: 0, gSize: 3, lgSize: 3};
  $provide.value('$locale', {
    id: lang + '-be',
    localeID: lang + '_BE',
    DATETIME_FORMATS: {
      AMPMS: ['AM', 'PM'],
      DAY: DAYS,
      SHORTDAY: DAYS_SHORT,
      MONTH: MONTHS,
      STANDALONEMONTH: MONTHS,
      SHORTMONTH: MONTHS_SHORT,
      ERANAMES: t(['avant Jésus-Christ', 'après Jésus-Christ'], ['voor Christus', 'na Christus']),
      ERAS: t(['av. J.-C.', 'ap. J.-C.'], ['v.Chr.', 'n.Chr.']),
      FIRSTDAYOFWEEK: 0, // Monday
      WEEKENDRANGE: [5, 6],
      fullDate: 'EEEE d MMMM y',
      longDate: 'd MMMM y',
      medium: 'd MMM y HH:mm:ss',
      mediumDate: 'd MMM y',
      mediumTime: 'HH:mm:ss',
      short: 'dd/MM/yyyy HH:mm',
      shortDate: 'dd/MM/yyyy',
      shortTime: 'HH:mm'
    },
    NUMBER_FORMATS: {
      CURRENCY_SYM: '€',
      DECIMAL_SEP: ',',
      GROUP_SEP: t('\u00a0', '.'),
      PATTERNS: [
        {...pattern, maxFrac: 3, negPre: '-', negSuf: '', posPre: '', posSuf: ''},
        {...pattern, minFrac: 2, maxFrac: 2, ...t(
          {negPre: '-', negSuf: '\u00a0¤', posPre: '', posSuf: '\u00a0¤'},
          {negPre: '¤\u00a0-', negSuf: '', posPre: '¤\u00a0', posSuf: ''}
        )}
      ]
    },
    pluralCat: n => (t(n >= 0 && n < 2, n === 1) ? 'one' : 'other')
  });
}

// form-js derives the format of its date fields from the default locale of the browser
const BrowserDateTimeFormat = Intl.DateTimeFormat;
const withDefault = ([locale, ...rest]) => [!locale || locale === 'default' ? lang + '-BE' : locale, ...rest];
Intl.DateTimeFormat = new Proxy(BrowserDateTimeFormat, {
  construct: (target, args) => new target(...withDefault(args)),
  apply: (target, self, args) => new target(...withDefault(args))
});

function localizeCalendar() {
  if (!window.flatpickr) {
    return false;
  }
  window.flatpickr.localize({
    weekdays: {shorthand: DAYS_SHORT, longhand: DAYS},
    months: {shorthand: MONTHS_SHORT, longhand: MONTHS},
    firstDayOfWeek: 1,
    ordinal: n => t(n === 1 ? 'er' : '', ''),
    rangeSeparator: t(' au ', ' t/m '),
    weekAbbreviation: t('Sem', 'wk'),
    scrollTitle: t('Défiler pour augmenter', 'Scrollen om te verhogen'),
    toggleTitle: t('Cliquer pour basculer', 'Klikken om te wisselen'),
    yearAriaLabel: t('Année', 'Jaar'),
    monthAriaLabel: t('Mois', 'Maand'),
    hourAriaLabel: t('Heure', 'Uur'),
    minuteAriaLabel: t('Minute', 'Minuut'),
    time_24hr: true
  });
  return true;
}

/* ---- hard-coded English texts --------------------------------------------------------------------------- */

// Each rule: where it applies (CSS selector of an enclosing element), texts, patterns.
const RULES = [
  {
    // Camunda Forms (form-js)
    scope: '.fjs-container, .fjs-form, .fjs-powered-by-lightbox',
    texts: {
      'Field is required.': t('Ce champ est obligatoire.', 'Dit veld is verplicht.'),
      'Field must be a valid email.': t("L'adresse électronique n'est pas valide.", 'Het e-mailadres is ongeldig.'),
      'Field must be a valid  international phone number. (e.g. +4930664040900)': t(
        'Le numéro de téléphone doit être au format international (p. ex. +3225551234).',
        'Het telefoonnummer moet internationaal genoteerd zijn (bv. +3225551234).'
      ),
      'Value is not a number.': t("La valeur n'est pas un nombre.", 'De waarde is geen getal.'),
      'Value is expected to be an integer.': t('La valeur doit être un nombre entier.', 'De waarde moet een geheel getal zijn.'),
      'Date and time must both be entered.': t('Indiquez à la fois la date et l\'heure.', 'Vul zowel de datum als het uur in.'),
      Select: t('Choisir', 'Kiezen'),
      Search: t('Rechercher', 'Zoeken'),
      'No results': t('Aucun résultat', 'Geen resultaten'),
      'All values selected': t('Toutes les valeurs sont choisies', 'Alle waarden zijn gekozen'),
      'Skip to search': t('Aller à la recherche', 'Naar de zoekfunctie'),
      'Remove tag': t("Retirer l'étiquette", 'Label verwijderen'),
      'Nothing to show.': t('Rien à afficher.', 'Niets om te tonen.'),
      'No content to show.': t('Aucun contenu à afficher.', 'Geen inhoud om te tonen.'),
      "External content couldn't be loaded.": t("Le contenu externe n'a pas pu être chargé.", 'De externe inhoud kon niet worden geladen.'),
      'This is an image placeholder': t("Emplacement d'une image", 'Plaats voor een afbeelding'),
      of: t('sur', 'van'),
      'Previous page': t('Page précédente', 'Vorige pagina'),
      'Next page': t('Page suivante', 'Volgende pagina'),
      'Click to remove sorting': t('Cliquer pour supprimer le tri', 'Klik om de sortering te verwijderen'),
      Increment: t('Augmenter', 'Verhogen'),
      Decrement: t('Diminuer', 'Verlagen'),
      'Add new': t('Ajouter', 'Toevoegen'),
      Collapse: t('Réduire', 'Inklappen'),
      required: t('obligatoire', 'verplicht'),
      'hh:mm': t('hh:mm', 'uu:mm'),
      'hh:mm ?m': t('hh:mm', 'uu:mm'),
      'dd/mm/yyyy': t('jj/mm/aaaa', 'dd/mm/jjjj'),
      'Powered by bpmn.io': t('Propulsé par bpmn.io', 'Aangedreven door bpmn.io'),
      'Web-based tooling for BPMN, DMN, and forms powered by': t(
        'Outils web pour BPMN, DMN et formulaires propulsés par',
        'Webtools voor BPMN, DMN en formulieren, aangedreven door'
      )
    },
    patterns: [
      [/^Value is expected to have at most (\d+) decimal digits?\.$/, t('La valeur peut avoir au plus $1 décimale(s).', 'De waarde mag hoogstens $1 decimalen hebben.')],
      [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/, t('Choisissez une valeur admise ; les plus proches sont $1 et $2.', 'Kies een geldige waarde; de dichtstbijzijnde zijn $1 en $2.')],
      [/^Field must match pattern (.+)\.$/, t('Ce champ doit respecter le format $1.', 'Dit veld moet voldoen aan het formaat $1.')],
      [/^Field must have minimum value of (.+)\.$/, t('La valeur minimale est $1.', 'De minimumwaarde is $1.')],
      [/^Field must have maximum value of (.+)\.$/, t('La valeur maximale est $1.', 'De maximumwaarde is $1.')],
      [/^Field must have minimum length of (.+)\.$/, t('Ce champ doit compter au moins $1 caractères.', 'Dit veld moet minstens $1 tekens bevatten.')],
      [/^Field must have maximum length of (.+)\.$/, t('Ce champ peut compter au plus $1 caractères.', 'Dit veld mag hoogstens $1 tekens bevatten.')],
      [/^Click to sort by (.+) descending$/, t('Cliquer pour trier par $1, ordre décroissant', 'Klik om aflopend te sorteren op $1')],
      [/^Click to sort by (.+) ascending$/, t('Cliquer pour trier par $1, ordre croissant', 'Klik om oplopend te sorteren op $1')],
      [/^Expand all \((\d+)\)$/, t('Tout afficher ($1)', 'Alles tonen ($1)')],
      [/^Remove list item (\d+)$/, t("Retirer l'élément $1", 'Element $1 verwijderen')]
    ]
  },
  {
    // menu to switch between the applications
    scope: '.app-switch .dropdown-menu',
    texts: {
      Welcome: t('Accueil', 'Onthaal'),
      Admin: t('Administration', 'Beheer'),
      Tasklist: t('Tâches', 'Taken')
    }
  },
  {
    // diagram viewers
    scope: '[cam-widget-bpmn-viewer], [cam-widget-dmn-viewer], [cam-widget-cmmn-viewer], [process-diagram], .process-diagram',
    texts: {
      'zoom in': t('agrandir', 'inzoomen'),
      'zoom out': t('réduire', 'uitzoomen'),
      'reset zoom': t('rétablir le zoom', 'zoom herstellen'),
      'Loading diagram': t('Chargement du diagramme', 'Diagram wordt geladen'),
      'Suspended Job Definition': t('Définition de job suspendue', 'Opgeschorte jobdefinitie')
    }
  },
  {
    // type of a variable in the generic task form
    scope: 'form[name="genericForm"] select',
    texts: {
      Boolean: t('Booléen', 'Booleaans'),
      Short: t('Nombre entier court', 'Kort geheel getal'),
      Integer: t('Nombre entier', 'Geheel getal'),
      Long: t('Nombre entier long', 'Lang geheel getal'),
      Double: t('Nombre décimal', 'Decimaal getal'),
      String: t('Texte', 'Tekst'),
      Date: t('Date', 'Datum'),
      Object: t('Objet', 'Object'),
      File: t('Fichier', 'Bestand')
    }
  },
  {
    // close button of a message, for screen readers
    scope: '.alert .sr-only',
    texts: {
      Close: t('Fermer', 'Sluiten')
    }
  },
  {
    // arrows of the date picker, for screen readers
    scope: '.uib-datepicker .sr-only, .datepicker .sr-only',
    texts: {
      previous: t('précédent', 'vorige'),
      next: t('suivant', 'volgende')
    }
  },
  {
    // Cockpit and Admin show the key itself to screen readers
    scope: '.navbar-toggle',
    texts: {
      CAM_WIDGET_HEADER_TOGGLE_NAVIGATION: t('Afficher ou masquer la navigation', 'Navigatie tonen of verbergen')
    }
  },
  {
    // status of a notification
    scope: '.notifications .status',
    texts: {
      Failed: t('Échec', 'Mislukt'),
      Error: t('Erreur', 'Fout')
    }
  },
  {
    // tables and dialogues of Cockpit and Admin
    scope: '.ctn-main, .modal-dialog',
    texts: {
      'Select all': t('Tout sélectionner', 'Alles selecteren'),
      'Unselect all': t('Tout désélectionner', 'Alles deselecteren'),
      'Invalid Date Value.': t('Date non valide.', 'Ongeldige datum.'),
      'Message is null.': t('Aucun message.', 'Geen bericht.'),
      'Toggle this section': t('Afficher ou masquer cette section', 'Dit onderdeel tonen of verbergen')
    }
  }
];

const ATTRIBUTES = ['placeholder', 'title', 'aria-label', 'alt'];

function translate(element, text) {
  const trimmed = text.trim();
  if (!trimmed) {
    return text;
  }
  for (const rule of RULES) {
    let replacement = Object.hasOwn(rule.texts, trimmed) ? rule.texts[trimmed] : undefined;
    if (replacement === undefined) {
      const found = (rule.patterns || []).find(([pattern]) => pattern.test(trimmed));
      replacement = found && trimmed.replace(found[0], found[1]);
    }
    if (replacement !== undefined && element.closest(rule.scope)) {
      return text.replace(trimmed, () => replacement);
    }
  }
  return text;
}

function translateText(node) {
  if (node.parentElement) {
    const replacement = translate(node.parentElement, node.data);
    if (replacement !== node.data) {
      node.data = replacement;
    }
  }
}

function translateElement(element) {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value) {
      const replacement = translate(element, value);
      if (replacement !== value) {
        element.setAttribute(name, replacement);
      }
    }
  }
}

function translateTree(root) {
  if (root.nodeType === Node.TEXT_NODE) {
    translateText(root);
    return;
  }
  if (root.nodeType !== Node.ELEMENT_NODE) {
    return;
  }
  translateElement(root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (walker.nextNode()) {
    if (walker.currentNode.nodeType === Node.TEXT_NODE) {
      translateText(walker.currentNode);
    } else {
      translateElement(walker.currentNode);
    }
  }
}

/* ---- link back to Trame --------------------------------------------------------------------------------- */

function addHomeLink() {
  const header = document.querySelector('.navbar-header');
  if (!header || header.querySelector('.trame-home')) {
    return;
  }
  const link = document.createElement('a');
  link.className = 'navbar-brand trame-home';
  link.href = home;
  link.target = '_self';
  link.title = t('Retour à Trame', 'Terug naar Trame');
  const arrow = document.createElement('span');
  arrow.setAttribute('aria-hidden', 'true');
  arrow.textContent = '←\u00a0';
  link.append(arrow, 'Trame');
  header.insertBefore(link, header.querySelector('.small-screen-warning'));
}

/* ---- observer ------------------------------------------------------------------------------------------- */

let calendarReady = localizeCalendar();

new MutationObserver(mutations => {
  calendarReady = calendarReady || localizeCalendar();
  for (const mutation of mutations) {
    if (mutation.type === 'childList') {
      mutation.addedNodes.forEach(translateTree);
    } else if (mutation.type === 'characterData') {
      translateText(mutation.target);
    } else {
      translateElement(mutation.target);
    }
  }
  addHomeLink();
}).observe(document.documentElement, {
  childList: true,
  subtree: true,
  characterData: true,
  attributes: true,
  attributeFilter: ATTRIBUTES
});

translateTree(document.body);
addHomeLink();
