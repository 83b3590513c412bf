/**
 * What Trame stands on: the command line, the database and its schemas, and how a start that cannot
 * succeed says so.
 *
 * <p>Without {@code spring.datasource.url}, a PostgreSQL server embedded in the program keeps its
 * data under {@code trame.home}; it is durable and protected by a generated password. With {@code
 * trame.database.throw-away=true} the context gets an empty database that disappears with the JVM.
 */
package org.trame.platform;
