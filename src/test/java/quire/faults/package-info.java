/** The running server with something going wrong: it is killed, its disk is full, its database is gone. */
package quire.faults;
