/** What an account may do in the engine: its groups, its authorisations, and what may be sent. */
package org.trame.access.engine;
