package io.pelleh.api.journal;

/** Work that one node does at a time. */
public interface Leases {

    /** Takes or renews a lease for this node; false while another node has it. */
    boolean mine(String work);
}
