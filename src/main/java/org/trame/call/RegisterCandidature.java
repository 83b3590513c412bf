package org.trame.call;

import org.trame.input.Hidden;
import org.trame.input.OneOf;

/**
 * A candidature as the Region registers it.
 *
 * @param id code of the candidature that is changed; empty for a new one
 * @param municipality NIS code
 * @param programmeName name of the programme, usually the neighbourhood's
 */
public record RegisterCandidature(
    @Hidden String id, @OneOf("roundMunicipalities") String municipality, String programmeName) {}
