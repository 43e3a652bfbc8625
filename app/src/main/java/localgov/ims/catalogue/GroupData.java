package localgov.ims.catalogue;

import static localgov.ims.settings.Field.choice;
import static localgov.ims.settings.Field.text;
import static localgov.ims.settings.Phrase.both;

import localgov.ims.settings.Part;
import localgov.ims.settings.ReferenceData;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/// Groups of funds, by which people's roles and programs' keys can be limited. Putting a fund into a group widens what
/// they may do, so two people agree to it.
@Configuration(proxyBeanMethods = false)
class GroupData {
    static final ReferenceData FUND_GROUPS = ReferenceData.of(
                    "catalogue_fund_group",
                    both("fund group", "grŵp cronfeydd"),
                    both("fund groups", "grwpiau cronfeydd"),
                    text("code", "Code", "Cod", 30).matching("[A-Za-z0-9][A-Za-z0-9-]*"),
                    text("name", "Name", "Enw", 50),
                    text("name_cy", "Name in Welsh", "Enw yn Gymraeg", 50).optional())
            .under(Part.PAID);

    static final ReferenceData FUNDS_IN_GROUPS = ReferenceData.of(
                    "catalogue_fund_group_fund",
                    both("fund in a group", "cronfa mewn grŵp"),
                    both("funds in groups", "cronfeydd mewn grwpiau"),
                    choice("fund_group", "Fund group", "Grŵp cronfeydd", "fund-groups"),
                    text("why", "Why it is in the group", "Pam ei bod yn y grŵp", 200)
                            .optional())
            .and(choice("fund", "Fund", "Cronfa", "funds"))
            .under(Part.PAID)
            .inside("fund_group")
            .needingApproval();

    @Bean
    @Order(19)
    ReferenceData fundGroups() {
        return FUND_GROUPS;
    }

    @Bean
    @Order(20)
    ReferenceData fundsInGroups() {
        return FUNDS_IN_GROUPS;
    }
}
