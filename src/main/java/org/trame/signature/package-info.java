/**
 * PDFs signed with a person's own certificate (PAdES): what was signed, by whom, and why it is
 * refused. Nothing is stored here, and no certificate's serial number of its subject, which in
 * Belgium is the national register number, leaves this module.
 */
package org.trame.signature;
