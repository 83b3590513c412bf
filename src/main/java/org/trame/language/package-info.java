/** French and Dutch: which one the reader wants, and the sentences in it. */
@org.springframework.modulith.ApplicationModule(
    type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package org.trame.language;
