/** The keys that identity numbers are stored with, and the file they come from. */
package org.yiban.person.keys;
