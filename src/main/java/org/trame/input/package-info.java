/**
 * What a person types, and why it is refused. Forms, pages, the API and scenarios all hand in a map
 * of names and values; {@link org.trame.input.Inputs} turns it into a record or refuses it, field
 * by field. A {@link org.trame.input.Refusal} carries message keys, never sentences: the sentence
 * is made where the reader's language is known.
 */
@org.springframework.modulith.ApplicationModule(
    type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package org.trame.input;
