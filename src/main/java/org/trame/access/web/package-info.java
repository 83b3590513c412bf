/** Sign-in, sign-out, and what a request may reach before any module sees it. */
package org.trame.access.web;
