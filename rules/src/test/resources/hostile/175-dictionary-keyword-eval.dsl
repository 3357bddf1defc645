# words
[when]a customer=Customer()
[keyword]surely=eval
