/**
 * Camunda Tasklist as people of a municipality meet it: in their language, with forms that know the
 * programme, and lists that say what is urgent.
 */
package org.trame.tasklist;
