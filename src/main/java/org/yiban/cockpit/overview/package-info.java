/** How many cases stand how: by pool and kind, by days left, week by week, and as metrics. */
package org.yiban.cockpit.overview;
