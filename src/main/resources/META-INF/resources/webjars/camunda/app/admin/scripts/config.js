/*
 * Configuration of Admin. It replaces the file of the same name in camunda-webapp-webjar:
 * src/main/resources comes before the webjar on the class path.
 */
import {t, trameConfig} from '../../tasklist/scripts/trame-lang.js';

export default {
  ...trameConfig(t('Administration', 'Beheer'))
};
