/**
 * The Region and a programme: the dossier and its pieces, numbered remarks with their answers,
 * proposal and decision. Serves the approval itself and each heavy amendment alike.
 */
package org.trame.approval;
