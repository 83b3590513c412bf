/** Who may do what: roles, accounts, sign-in, and the actor on whose behalf the program works. */
@org.springframework.modulith.ApplicationModule(
    type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package org.trame.access;
