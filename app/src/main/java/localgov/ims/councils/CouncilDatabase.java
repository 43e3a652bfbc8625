package localgov.ims.councils;

import javax.sql.DataSource;
import localgov.ims.platform.ImsSettings;
import localgov.ims.platform.TypedJdbc;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How the rooms get their database: `JdbcClient db` and `TransactionTemplate` work within the current council.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ImsSettings.class)
class CouncilDatabase {
    @Bean(destroyMethod = "close")
    OwnerDatabase ownerDatabase(ImsSettings settings) {
        return OwnerDatabase.open(settings);
    }

    @Bean
    Councils councils(OwnerDatabase database) {
        return new Councils(database.owner());
    }

    @Bean
    DataSource dataSource(OwnerDatabase database) {
        return new CouncilDataSource(database.door());
    }

    @Bean
    JdbcClient db(DataSource dataSource) {
        return TypedJdbc.client(dataSource);
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactions(JdbcTransactionManager manager) {
        return new TransactionTemplate(manager);
    }
}
