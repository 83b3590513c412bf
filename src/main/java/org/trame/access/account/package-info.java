/** Accounts: the engine's users and groups, how passwords are kept, the accounts of the demo. */
package org.trame.access.account;
