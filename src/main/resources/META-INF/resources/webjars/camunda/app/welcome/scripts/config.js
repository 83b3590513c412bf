/*
 * Configuration of Welcome. It replaces the file of the same name in camunda-webapp-webjar:
 * src/main/resources comes before the webjar on the class path.
 */
import {home, t, trameConfig} from '../../tasklist/scripts/trame-lang.js';

export default {
  ...trameConfig(t('Accueil', 'Onthaal')),

  links: [
    {
      label: 'Trame',
      href: home,
      description: t("Retour à l'application Trame", 'Terug naar de toepassing Trame')
    }
  ]
};
