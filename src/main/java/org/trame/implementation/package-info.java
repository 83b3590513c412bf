/**
 * The implementation of a programme: how long it lasts, its years, its one extension, and the
 * requests to amend it.
 */
package org.trame.implementation;
