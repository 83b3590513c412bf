/**
 * Work too long for a task's form: tables people fill in on Trame's own pages, row by row, saved as
 * they go. A module declares its {@link org.trame.worksheet.Edit}s and {@link
 * org.trame.worksheet.Worksheet}s; pages, API and scenarios use them alike.
 */
@org.springframework.modulith.ApplicationModule(
    type = org.springframework.modulith.ApplicationModule.Type.OPEN)
package org.trame.worksheet;
