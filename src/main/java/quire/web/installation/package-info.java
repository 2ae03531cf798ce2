/** What an operator looks after: the program, the database, its backups, the trail; nothing that people write. */
@NullMarked
package quire.web.installation;

import org.jspecify.annotations.NullMarked;
