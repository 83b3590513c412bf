/**
 * Documents of a programme: uploads, refused unless they are sound and of a known type, and
 * documents Trame generates as PDF/A-3a and PDF/UA-1 in one file, with a code that confirms them.
 * Other modules say what is printed by a {@link org.trame.document.DocumentSource}.
 */
package org.trame.document;
