/*
 * Configuration of Tasklist. It replaces the file of the same name in camunda-webapp-webjar:
 * src/main/resources comes before the webjar on the class path.
 */
import {t, trameConfig} from './trame-lang.js';

export default {
  ...trameConfig(t('Tâches', 'Taken')),

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: t("s'attribuer la tâche sélectionnée", 'zich de geselecteerde taak toewijzen')
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: t('aller au premier filtre de la liste', 'naar de eerste filter van de lijst gaan')
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: t('aller à la première tâche de la liste', 'naar de eerste taak van de lijst gaan')
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: t('aller au premier champ du formulaire', 'naar het eerste veld van het formulier gaan')
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: t('ouvrir la fenêtre de démarrage d\'un processus', 'het venster om een proces te starten openen')
    }
  }
};
